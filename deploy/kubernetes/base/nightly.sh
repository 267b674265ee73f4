#!/bin/sh
# Once a night, each school: a backup, then verify. Beside the daemon in one pod; the locks let them take turns.
# `nightly.sh now` does it once and leaves with 1 if anything failed.
set -u
umask 077
school=${SCHOOL:-/school} backup=${BACKUP:-/backup} keep=${KEEP_NIGHTS:-14}

verified() {
    for pause in 30 60 120 240 0; do
        letterladder --config "$1" verify >"$backup/$2/verify.txt" 2>&1
        code=$?
        # 4: a round was under way for too long; it has its end.
        if [ "$code" -ne 4 ]; then return "$code"; fi
        sleep "${PAUSE:-$pause}"
    done
    return 4
}

night() {
    failed=""
    for settings in "$school"/*/school.toml; do
        [ -f "$settings" ] || continue
        folder=${settings%/school.toml}
        name=${folder##*/}
        mkdir -p "$backup/$name"
        if letterladder --config "$folder" backup "$backup/$name/" >"$backup/$name/backup.txt" 2>&1; then
            # Old archives leave only where a new one came.
            find "$backup/$name" -maxdepth 1 -name '*.zip' -mtime "+$keep" -exec rm -f {} +
        else
            failed="$failed $name(backup)"
        fi
        verified "$folder" "$name" || failed="$failed $name(verify)"
    done
    if [ -n "$failed" ]; then
        # Names of folders and nothing else: logs are read by many.
        echo "NIGHT FAILED:$failed; what was said is in backup.txt and verify.txt below $backup" | tee "$backup/FAILED.txt" >&2
        return 1
    fi
    rm -f "$backup/FAILED.txt"
    echo "night: every school is backed up and in order"
}

if [ "${1:-}" = now ]; then
    night
    exit
fi
trap 'exit 0' TERM INT
while :; do
    today=$(date -u +%Y-%m-%d)
    last=$(cat "$backup/last-night.txt" 2>/dev/null || true)
    # `>=`, so that a pod that was moved in that very hour makes up for it. A night that ended is not begun again.
    if [ "$(date -u +%H)" -ge "${NIGHT_HOUR:-02}" ] && [ "$last" != "$today" ]; then
        night || true
        # Only now: a pod that is ended in the middle of it begins the night again.
        echo "$today" >"$backup/last-night.txt"
    fi
    sleep "${LOOK_EVERY:-300}" &
    wait $!
done
