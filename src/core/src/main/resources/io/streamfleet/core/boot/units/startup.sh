#!/bin/sh
# By streamfleet: puts this server's files in place, at every boot, and starts what configures it.
# What stands in single quotes is meant as it is.
# shellcheck disable=SC2016
set -eu
umask 022
run='@@RUN@@'
# Done already in this boot: nothing that serves is stopped.
if [ "$(cat @@MARK@@ 2>/dev/null)" != "$run" ]; then
rm -f @@MARK@@
@@STEPS@@printf %s "$run" >@@MARK@@
fi
@@LATE@@