#!/bin/sh
# faults.sh: builds, updates and rebuilds a small site, killed at every call and at 80 moments each,
# and with every call that changes the disk failing once, for each of the reasons of
# tests/programs/index_calls.sh, which says what must hold afterwards.
set -eu
needs_data=no
. "$(dirname "$0")/lib.sh"

machine
echo
PALPATE_INDEX="$build/palpate-index" PALPATE_QUERY="$build/palpate-query" \
    FAULTY="$(find "$build" -name libfaulty.so | head -n 1)" \
    FAULTS_PAGES=60 FAULTS_PLACES=100000 FAULTS_KILLS=100000 FAULTS_MOMENTS=80 \
    sh "$repository/tests/programs/run.sh" "$repository/tests/programs/index_calls.sh" "$scratch/faults"
