"""Rows judged: what each article becomes, its price and unit, and every doubt about it. In here nothing is written."""
