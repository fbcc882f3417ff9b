"""What the user is looking at, as plain state, and the actions that change it.

There is no terminal here: an action is a function from one state to the next, and the effects it wants are data."""
