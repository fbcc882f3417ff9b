"""What the screens are made of: the virtual list, the reading pane, and smaller things."""
