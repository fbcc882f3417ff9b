"""Two reports side by side, and one quotation in every source's words: what is shown, without a screen."""
