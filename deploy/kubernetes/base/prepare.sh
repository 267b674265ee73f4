#!/bin/sh
# Before the daemon: trust.toml in its place, secrets as files for this account alone, a folder for each new school.
set -eu
umask 077
school=${SCHOOL:-/school} trust=${TRUST:-/trust} secrets=${SECRETS:-/secrets} keys=${KEYS:-/run/letterladder}

cp "$trust/trust.toml" "$school/.trust.toml.new"
chmod 600 "$school/.trust.toml.new"
mv "$school/.trust.toml.new" "$school/trust.toml"

for file in "$secrets"/*; do
    [ -f "$file" ] || continue
    name=${file##*/}
    rm -f "$keys/$name"
    cp "$file" "$keys/$name"
    chmod 400 "$keys/$name"
done
# The desk wants its certificate and key beside trust.toml.
for name in desk.crt desk.key; do
    if [ -f "$keys/$name" ]; then
        ln -sfn "$keys/$name" "$school/$name"
    fi
done

python3 - "$school/trust.toml" <<'PYTHON' >"$keys/.schools"
import pathlib, sys, tomllib
print(*tomllib.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))["schools"], sep="\n")
PYTHON
while read -r name; do
    if [ ! -e "$school/$name/school.toml" ]; then
        # The invented example, which sends nothing: then `setup`, or a restore in its place.
        letterladder init "$school/$name" >/dev/null
        echo "made a folder for $name: set it up with letterladder --config /school/$name setup"
    fi
done <"$keys/.schools"
