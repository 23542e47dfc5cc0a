#!/bin/sh
# wordpress_plugin.sh TREE: the plugin for WordPress parses without a complaint, and does what it says.
set -eu
plugin=$1/packaging/wordpress/palpate-search.php
php -d error_reporting=-1 -d display_errors=1 -l "$plugin"
said=$(php -d error_reporting=-1 -d display_errors=1 "$1/tests/checks/wordpress_plugin.php" "$plugin")
[ -z "$said" ] || { echo "$said"; exit 1; }
