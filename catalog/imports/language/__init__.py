"""What German and English lists call things: words of headers, of prices and measures, of names. Texts to meanings."""
