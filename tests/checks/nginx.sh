#!/bin/sh
# nginx.sh CONFIGURATION FOLDER: nginx takes the configuration, in which only ports and certificates are
# changed, and keeps what is asked out of its logs.
set -eu
configuration=$1 folder=$2
PATH=$PATH:/usr/sbin
for program in nginx openssl; do
    command -v $program >/dev/null || { echo "SKIPPED: $program is missing"; exit 77; }
done
rm -rf "$folder" && mkdir -p "$folder"
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=clinic.example -keyout "$folder/key.pem" -out "$folder/certificate.pem" \
    2>"$folder/said"
sed "s|/etc/ssl/clinic.example.pem|$folder/certificate.pem|; s|/etc/ssl/private/clinic.example.key|$folder/key.pem|
    s|listen 443 |listen 127.0.0.1:20443 |; s|listen \[::\]:443 |listen [::1]:20443 |" "$configuration" >"$folder/site.conf"
! grep -n '/etc/\|listen.*:443' "$folder/site.conf" || { echo "a path or a port is not changed"; exit 1; }
cat >"$folder/nginx.conf" <<END
pid $folder/pid;
error_log $folder/error.log;
events { }
http {
    access_log $folder/access.log;
    client_body_temp_path $folder/body;
    proxy_temp_path $folder/proxy;
    fastcgi_temp_path $folder/fastcgi;
    uwsgi_temp_path $folder/uwsgi;
    scgi_temp_path $folder/scgi;
    include $folder/site.conf;
}
END
nginx -t -q -e "$folder/error.log" -p "$folder" -c "$folder/nginx.conf" >"$folder/said" 2>&1 || { cat "$folder/said"; exit 1; }
[ ! -s "$folder/said" ] || { cat "$folder/said"; exit 1; }
# Each place that is handed on keeps no log of it.
awk '/^ *location / { name = $0; quiet = 0; passes = 0 } /access_log off;/ { quiet = 1 } /proxy_pass / { passes = 1 }
    /^    }/ && name != "" { if (passes && !quiet) { print name " is logged"; bad = 1 } name = "" } END { exit bad }' "$folder/site.conf"
