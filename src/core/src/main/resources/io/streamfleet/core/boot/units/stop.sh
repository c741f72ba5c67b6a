for unit in @@SERVER@@ streamfleet-guard streamfleet-boot; do
  systemctl stop "$unit.service" 2>/dev/null || :
done
