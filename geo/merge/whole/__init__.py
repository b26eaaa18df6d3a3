"""The tellings of one incident -> the incident: what it was, who took part, how many, where and when."""
