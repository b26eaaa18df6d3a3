"""The sentences around a deed -> who it was: pronouns, those told of before, those who are named afterwards."""
