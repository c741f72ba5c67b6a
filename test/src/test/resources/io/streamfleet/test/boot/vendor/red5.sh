#!/bin/sh
# Stands for the server: keeps what it reads at its start, then stays.
settings=/usr/local/red5pro/webapps/streammanager/WEB-INF/red5-web.properties
starts=/var/lib/red5pro-starts
mkdir -p "$starts"
cp -p "$settings" "$starts/$(date +%s.%N)"
exec sleep infinity
