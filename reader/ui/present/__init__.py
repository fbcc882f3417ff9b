"""From state to what is drawn: pure functions that give lines of text with a theme role for each piece.

None of them knows a widget, so what the screen says can be tested without a screen.
"""
