"""Alleged movements of arms, people, money, drugs and goods: a parsed text with its places -> routes."""

from geo.routes.finding import find

__all__ = ["find"]
