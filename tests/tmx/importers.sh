#!/bin/sh
# Loads a TMX with what translators load it with: libxml2 against our DTD, translate-toolkit, OmegaT.
#
# usage: importers.sh FILE.tmx
#        importers.sh COMMAND ARGUMENT...      which prints a TMX
#
# A tool that is missing is a failure: nothing is proved without it.
set -eu
here=$(dirname "$0")
python=/usr/bin/python3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for tool in xmllint omegat "$python"; do
  command -v "$tool" >/dev/null || { echo "importers.sh: $tool is not installed" >&2; exit 1; }
done

tmx=$work/memory.tmx
case $#:$1 in
  1:*.tmx) cp "$1" "$tmx" ;;
  *) "$@" >"$tmx" ;;
esac

echo "xmllint, our DTD"
xmllint --noout --nonet --dtdvalid "$here/tmx14-level1.dtd" "$tmx"

echo "translate-toolkit"
$python "$here/importers.py" toolkit "$tmx"

echo "OmegaT"
# OmegaT exits 0 whatever happens: its log and the translated document tell.
$python "$here/importers.py" project "$tmx" "$work/project"
JAVA_TOOL_OPTIONS="-Djava.awt.headless=true -Duser.language=en" timeout 300 omegat "$work/project" \
  --mode=console-translate --config-dir="$work/config" >"$work/log" 2>&1 </dev/null \
  || { cat "$work/log"; exit 1; }
$python "$here/importers.py" translated "$tmx" "$work/project" "$work/log"
