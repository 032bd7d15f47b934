"""One cell to one value, or the reason why it is none: numbers, money, packs, steps, dates. Strict; never a guess."""
