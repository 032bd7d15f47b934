"""Pages of orders: one module for each screen."""
