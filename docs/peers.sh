#!/usr/bin/env bash
# Prints a table of what other generators make of collection.json, and how long that takes to generate and to compile.
#
#     docs/peers.sh [FOLDER [PEER]...]
#
# FOLDER, or a temporary one, takes everything: tools, crates, target folders and a log for each peer. In a folder that is kept, a second
# run installs nothing again. Each figure is the least of two runs; dependencies are built before, with cargo's own profiles, and only the
# crate itself is compiled again. CARGO_BUILD_JOBS and the like hold as ever. Needs Node, for OpenAPI Generator also Java and pip, and
# OpenSSL's headers for the crates that oas3-gen and OpenAPI Generator make.
#
# All peers but quicktype read OpenAPI. postman2openapi from npm makes a document of the collection (postman-to-openapi infers no
# types, every body is only an `object`). Two things of the collection are changed for it, see `convert`; what a peer refuses of the
# document is changed for that peer alone, and stands under remarks.
set -euo pipefail

postman2openapi=1.2.1    # npm
oas3_gen=0.29.0          # crates.io
openapi_to_rust=0.23.0   # crates.io
progenitor=0.15.1        # crates.io, `cargo-progenitor`
openapi_generator=7.26.0 # PyPI, `openapi-generator-cli`, which holds the jar that the package of npm fetches from Maven Central
quicktype=26.0.0         # npm

root=$(cd "$(dirname "$0")/.." && pwd)
if [ $# -gt 0 ]; then
    mkdir -p "$1"
    work=$(cd "$1" && pwd)
    shift
else
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
fi
[ $# -gt 0 ] || set -- postman-codegen oas3-gen openapi-to-rust progenitor openapi-generator quicktype
for peer; do
    grep -q "^peer_$peer()" "$0" || { echo "error: there is no peer \`$peer\`" >&2; exit 2; }
done
export CARGO_INCREMENTAL=0 CARGO_TARGET_DIR="$work/target"

# Tools, each installed once.
crate() { cargo install --locked --root "$work/tools" --target-dir "$work/target-tools" "$1@$2" >>"$log" 2>&1; }
package() { npm install --prefix "$work/npm-$1" --no-audit --no-fund "$1@$2" >>"$log" 2>&1; }

# Makes the OpenAPI document. postman2openapi skips a request whose URL is a string, replaces `{{model_id}}` in paths by the sample
# value, so that no parameter is left, and refuses variables of the type `secret`: URLs become objects, and variables are dropped.
convert() {
    [ ! "$work/openapi.json" -nt "$root/collection.json" ] || return 0
    package postman2openapi "$postman2openapi" && NODE_PATH="$work/npm-postman2openapi/node_modules" node -e '
        const fs = require("fs"), { transpile } = require("postman2openapi");
        const [from, to] = process.argv.slice(1), collection = JSON.parse(fs.readFileSync(from, "utf8"));
        delete collection.variable;
        const walk = ({ item, request }) => {
            if (item) return item.forEach(walk);
            if (typeof request.url !== "string") return;
            const [, protocol, host, path] = request.url.match(/^(\w+):\/\/([^/]+)\/([^?]*)$/);
            request.url = { raw: request.url, protocol, host: host.split("."), path: path.split("/") };
        };
        walk(collection);
        fs.writeFileSync(to, JSON.stringify(transpile(collection), null, 1));
    ' "$root/collection.json" "$work/openapi.json" >>"$log" 2>&1
}

# Runs a command, and prints how many seconds it took. What the command prints goes to the log.
seconds() { local TIMEFORMAT=%2R; { time "$@" >>"$log" 2>&1; } 2>&1; }
# Runs the second command twice, after the first one, and prints the least time.
least() {
    local first second
    $1 && first=$(seconds "${@:2}") && $1 && second=$(seconds "${@:2}") && printf '%s\n' "$first" "$second" | sort -g | head -n 1
}
# Measures a command that generates into the folder `$out`, which is not there before.
generate() { generation=$(least forget "$@"); }
forget() { rm -rf "$out"; }

clean() { cargo clean --quiet -p "$name" && cargo clean --quiet --release -p "$name"; }
# Measures the crate in `$out`. All is built once before.
build() {
    cd "$out"
    lines=$(find src -name '*.rs' -exec cat {} + | wc -l)
    grep -q '^\[workspace\]' Cargo.toml || printf '\n[workspace]\n' >>Cargo.toml
    name=$(sed -n 's/^name = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
    cargo check >>"$log" 2>&1 && cargo build >>"$log" 2>&1 && cargo build --release >>"$log" 2>&1 &&
        check=$(least clean cargo check) && debug=$(least clean cargo build) && release=$(least clean cargo build --release)
}

# The last error in the log; that of a panic stands in the line after it.
failure() {
    sed $'s/\e\\[[0-9;]*m//g' "$log" | awk '/panicked at/ { getline; last = $0 } /^ *(npm )?[A-Za-z]*[Ee]rror/ { last = $0 }
        END { print substr(last, 1, 200) }' | tr '|' /
}
remark() { remarks=${remarks:+$remarks; }$1; }
row() { printf '| %s | %s | %s | %s | %s | %s | %s |\n' "$@"; }

# One function for each peer: installs it, generates into `$out`, and builds. The first is this project.

peer_postman-codegen() {
    version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$root/Cargo.toml" | head -n 1)
    cargo install --locked --root "$work/tools" --target-dir "$work/target-tools" --path "$root/generator" >>"$log" 2>&1 &&
        generate "$work/tools/bin/postman-codegen" --config "$root/Cargo.toml" -o "$out" "$root/collection.json" && build
}

peer_oas3-gen() {
    version=$oas3_gen
    crate oas3-gen "$version" && convert &&
        generate "$work/tools/bin/oas3-gen" generate client-mod -i "$api" -o "$out" --workspace && build
}

peer_openapi-to-rust() {
    version=$openapi_to_rust
    # It makes names of functions of operation IDs, and panics at "6AskAQuestion".
    remark 'after one operation ID no longer begins with a digit'
    api="$work/openapi-to-rust.json"
    crate openapi-to-rust "$version" && convert &&
        sed -E 's/("operationId": ")([0-9])/\1step\2/' "$work/openapi.json" >"$api" &&
        generate "$work/tools/bin/openapi-to-rust" generate "$api" --output-dir "$out/src/generated" || return
    { printf '[package]\nname = "peer-openapi-to-rust"\nversion = "0.0.0"\nedition = "2024"\n\n'
        cat "$out/src/generated/REQUIRED_DEPS.toml"; } >"$out/Cargo.toml"
    echo 'pub mod generated;' >"$out/src/lib.rs"
    build
}

peer_progenitor() {
    version=$progenitor
    crate cargo-progenitor "$version" && convert &&
        generate "$work/tools/bin/cargo-progenitor" progenitor -i "$api" -o "$out" -n peer-progenitor -v 0.0.0 && build
}

peer_openapi-generator() {
    version=$openapi_generator
    command -v java >/dev/null || { remark 'skipped: there is no `java`'; return; }
    local jar="$work/pypi-$version/openapi_generator_cli/openapi-generator.jar"
    [ -e "$jar" ] ||
        python3 -m pip install --no-deps --target "$work/pypi-$version" "openapi-generator-cli==$version" >>"$log" 2>&1 || return
    convert && generate java -jar "$jar" generate -g rust -i "$api" -o "$out" \
        --additional-properties=packageName=peer-openapi-generator && build
}

peer_quicktype() {
    version=$quicktype
    remark 'types of answers only'
    package quicktype "$version" && generate quicktype_crate && build
}
quicktype_crate() {
    mkdir -p "$out/src"
    printf '[package]\nname = "peer-quicktype"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\n%s\n%s\n' \
        'serde = { version = "1", features = ["derive"] }' 'serde_json = "1"' >"$out/Cargo.toml"
    "$work/npm-quicktype/node_modules/.bin/quicktype" --telemetry disable --src-lang postman --lang rust --visibility public \
        --out "$out/src/lib.rs" "$root/collection.json"
}

row 'peer' 'generation, s' 'check, s' 'debug build, s' 'release build, s' 'lines' 'remarks'
row --- ---: ---: ---: ---: ---: ---
for peer; do
    log="$work/$peer.log" out="$work/out/$peer" api="$work/openapi.json"
    version='' generation='' check='' debug='' release='' lines='' remarks=''
    : >"$log"
    "peer_$peer" || remark "fails: $(failure)"
    row "$peer $version" "${generation:--}" "${check:--}" "${debug:--}" "${release:--}" "${lines:--}" "$remarks"
done
