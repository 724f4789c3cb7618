"""The platform in the browser: it knows registers in general, and none in particular."""
