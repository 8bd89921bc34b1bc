#!/bin/sh
# Prints the table of docs/types.md: what quicktype makes of collection.json, and what stands in generated/.
# Needs Node. quicktype writes to a temporary folder.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npx --yes quicktype@26 --src-lang postman --lang rust --out "$work/quicktype.rs" collection.json 2>"$work/log" ||
    { cat "$work/log" >&2; exit 1; }
find generated/src/types.rs generated/src/types -name '*.rs' -exec cat {} + >"$work/generated.rs"

count() { grep -cE "$1" "$work/$2.rs" || true; }
# The names of types, or those that also are as the second argument says.
names() { sed -nE 's/^pub (struct|enum) ([A-Za-z0-9_]+).*/\2/p' "$work/$2.rs" | grep -cE "$1" || true; }
row() { printf '| %s | %s | %s |\n' "$1" "$2" "$3"; }
both() { row "$1" "$("$2" "$3" quicktype)" "$("$2" "$3" generated)"; }
field='^    pub (r#)?[A-Za-z0-9_]+: '

row '' quicktype postman-codegen
row --- ---: ---:
both 'types' names .
both 'of them structs' count '^pub struct '
both 'of them enums' count '^pub enum '
both 'fields' count "$field"
both 'fields that hold any JSON (`Value`)' count "$field.*(\bValue\b|serde_json::Map)"
both 'fields that are not an `Option`, a list or a map' count "$field[^<]*$"
both 'names of types that end in a number' names '[0-9]$'
both 'names of types that begin with a word of chance' names '^(Purple|Fluffy|Tentacled|Sticky|Indigo|Indecent|Hilarious|Ambitious|Cunning|Magenta|Frisky|Mischievous|Braggadocious)'
both 'lines' count '^'
both 'lines that are neither blank nor comments' count '^ *[^ /]'
