"""One module per indexed thing: document, rows with their joins, proxies with the triggers that announce changes."""
