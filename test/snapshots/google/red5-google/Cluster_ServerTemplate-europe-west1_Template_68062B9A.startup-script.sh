#!/bin/sh
# By streamfleet: puts this server's files in place, at every boot, and starts what configures it.
# What stands in single quotes is meant as it is.
# shellcheck disable=SC2016
set -eu
umask 022
run='(digest) ${google_sql_database_instance.Cluster_Database_Instance_A3BD8DEA.private_ip_address}'
# Done already in this boot: nothing that serves is stopped.
if [ "$(cat /run/streamfleet-files 2>/dev/null)" != "$run" ]; then
rm -f /run/streamfleet-files
sh -c 'rm -f /etc/streamfleet/stream-manager.json /etc/streamfleet/guard.json
d=/etc/systemd/system/red5pro.service.d
mkdir -p "$d"
printf '\''[Unit]\nConditionPathExists=/run/streamfleet/configured\n'\'' >"$d/streamfleet.conf"
systemctl daemon-reload
'
sh -c 'for unit in red5pro streamfleet-guard streamfleet-boot; do
  systemctl stop "$unit.service" 2>/dev/null || :
done
'
mkdir -p /etc/streamfleet
(umask 077 && printf %s '{
  "databaseHost": "${google_sql_database_instance.Cluster_Database_Instance_A3BD8DEA.private_ip_address}"
}
' >/etc/streamfleet/values.json)
chmod 0600 /etc/streamfleet/values.json
mkdir -p /etc/streamfleet
(umask 077 && printf %s (packed:
    0000644 owner 0000000 /etc/systemd/system/red5pro.service.d/streamfleet.conf
    0000644 owner 0000000 /etc/systemd/system/streamfleet-boot.service
    0000644 owner 0000000 /usr/local/lib/streamfleet/web.py
    0000644 owner 0000000 /usr/local/lib/streamfleet/gcp.py
    0000644 owner 0000000 /usr/local/lib/streamfleet/database.py
    0000644 owner 0000000 /usr/local/lib/streamfleet/stream_manager.py
    0000644 owner 0000000 /usr/local/lib/streamfleet/common.py
    0000644 owner 0000000 /usr/local/lib/streamfleet/properties.py
    0000600 owner 0000000 /etc/streamfleet/stream-manager.json
  ) >/etc/streamfleet/files)
chmod 0600 /etc/streamfleet/files
python3 -c 'import base64, io, tarfile; tarfile.open(fileobj=io.BytesIO(base64.b85decode(open('\''/etc/streamfleet/files'\'').read()))).extractall('\''/'\'')'
printf %s "$run" >/run/streamfleet-files
fi
systemctl daemon-reload
systemctl start --no-block streamfleet-boot.service
