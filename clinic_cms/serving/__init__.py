"""Running the site: preparing it, and keeping its processes alive."""
