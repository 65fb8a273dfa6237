#!/usr/bin/env bash
# Builds the pipeline in build/ if it changed, and runs it with the arguments given. `./build.sh --help` lists what it can do.
set -eo pipefail

ROOT_DIRECTORY=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
BUILD_DIRECTORY="$ROOT_DIRECTORY/build"
TEMP_DIRECTORY="$ROOT_DIRECTORY/.nuke/temp"
ENGINE_FILE="$TEMP_DIRECTORY/engine"
PACKAGE_VERSIONS_FILE="$ROOT_DIRECTORY/Directory.Packages.props"
DOTNET_GLOBAL_FILE="$ROOT_DIRECTORY/global.json"
DOTNET_INSTALL_URL="https://dot.net/v1/dotnet-install.sh"
DOTNET_CHANNEL="10.0"

export DOTNET_CLI_TELEMETRY_OPTOUT=1
export DOTNET_NOLOGO=1
export NUKE_TELEMETRY_OPTOUT=1

# The first value of a key in a JSON file.
first_json_value() {
    sed -nE 's/.*"'"$1"'"[[:space:]]*:[[:space:]]*"([^"]+)".*/\1/p' "$2" | head -n 1
}

# Sets DOTNET_EXE to an installed SDK that global.json accepts, or installs one for this clone only.
find_dotnet() {
    local installed
    installed=$(command -v dotnet || true)
    if [[ -n "$installed" ]] && (cd "$ROOT_DIRECTORY" && "$installed" --version) > /dev/null 2>&1; then
        export DOTNET_EXE="$installed"
        return
    fi

    local directory="$TEMP_DIRECTORY/dotnet-unix"
    export DOTNET_EXE="$directory/dotnet"
    export DOTNET_ROOT="$directory"
    export PATH="$directory:$PATH"
    if [[ -x "$DOTNET_EXE" ]] && (cd "$ROOT_DIRECTORY" && "$DOTNET_EXE" --version) > /dev/null 2>&1; then
        return
    fi

    echo "No installed .NET SDK fits global.json: installing one to .nuke/temp" >&2
    mkdir -p "$TEMP_DIRECTORY"
    curl -fsSL -o "$TEMP_DIRECTORY/dotnet-install.sh" "$DOTNET_INSTALL_URL"
    if [[ -f "$DOTNET_GLOBAL_FILE" && -z "$(first_json_value rollForward "$DOTNET_GLOBAL_FILE")" ]]; then
        bash "$TEMP_DIRECTORY/dotnet-install.sh" --install-dir "$directory" --no-path \
            --version "$(first_json_value version "$DOTNET_GLOBAL_FILE")"
    else
        bash "$TEMP_DIRECTORY/dotnet-install.sh" --install-dir "$directory" --no-path --channel "$DOTNET_CHANNEL"
    fi
}

# Sets ENGINE: what the user asked for, else Nuke if the feed carries the pinned version, else StandIn. What the feed said is remembered.
choose_engine() {
    ENGINE="${TARN_PIPELINE_ENGINE:-}"
    case "$ENGINE" in
        "") ;;
        Nuke | StandIn) return ;;
        *)
            echo "TARN_PIPELINE_ENGINE is 'Nuke' or 'StandIn', or not set; there is no engine '$ENGINE'." >&2
            exit 1
            ;;
    esac

    local pin remembered_pin="" answer
    pin=$(sed -nE 's/.*<NukeCommonVersion>([^<]+)<.*/\1/p' "$PACKAGE_VERSIONS_FILE")
    if [[ -f "$ENGINE_FILE" ]]; then
        read -r ENGINE remembered_pin answer < "$ENGINE_FILE" || true
    fi
    if [[ -n "$ENGINE" && "$remembered_pin" == "$pin" ]]; then
        return
    fi

    mkdir -p "$TEMP_DIRECTORY"
    ENGINE=StandIn
    answer=unreachable
    if "$DOTNET_EXE" restore "$BUILD_DIRECTORY/_build.csproj" -p:TarnPipelineEngine=Nuke -nologo --verbosity quiet \
        > "$TEMP_DIRECTORY/engine-probe.log" 2>&1 < /dev/null; then
        ENGINE=Nuke
        answer=present
    elif grep -qE 'NU110[1-3]' "$TEMP_DIRECTORY/engine-probe.log"; then
        # The package, its version, or one of its dependencies is not there.
        answer=absent
    fi
    echo "$ENGINE $pin $answer" > "$ENGINE_FILE"
}

# Whether a file of the pipeline is newer than its last successful build. A directory counts as well: it shows what was removed.
is_outdated() {
    [[ ! -f "$STAMP_FILE" || ! -f "$ASSEMBLY" ]] || [[ -n "$(
        find "$BUILD_DIRECTORY" "$PACKAGE_VERSIONS_FILE" \
            \( -path "$BUILD_DIRECTORY/bin" -o -path "$BUILD_DIRECTORY/obj" -o -path "$BUILD_DIRECTORY/Sdk" \) -prune \
            -o -newer "$STAMP_FILE" -print -quit)" ]]
}

# The quick way takes whatever dotnet is there; whether it suits is looked at only where something has to be built.
DOTNET_EXE="${DOTNET_EXE:-$(command -v dotnet || echo "$TEMP_DIRECTORY/dotnet-unix/dotnet")}"
export DOTNET_EXE
if [[ ! -x "$DOTNET_EXE" ]]; then
    find_dotnet
fi
if [[ -z "${TARN_PIPELINE_ENGINE:-}" && ! -f "$ENGINE_FILE" ]]; then
    find_dotnet
fi
choose_engine

ASSEMBLY="$BUILD_DIRECTORY/bin/$ENGINE/_build.dll"
STAMP_FILE="$BUILD_DIRECTORY/obj/$ENGINE/built"
if is_outdated; then
    find_dotnet
    mkdir -p "$BUILD_DIRECTORY/bin/$ENGINE" "$BUILD_DIRECTORY/obj/$ENGINE" "$TEMP_DIRECTORY"
    # The time of the stamp is that before the build, so that what changes meanwhile is built next time.
    touch "$STAMP_FILE.new"
    if ! "$DOTNET_EXE" build "$BUILD_DIRECTORY/_build.csproj" -p:TarnPipelineEngine="$ENGINE" \
        -nodeReuse:false -p:UseSharedCompilation=false -nologo -clp:NoSummary --verbosity quiet \
        > "$TEMP_DIRECTORY/pipeline.log" 2>&1 < /dev/null; then
        cat "$TEMP_DIRECTORY/pipeline.log" >&2
        echo "The pipeline in build/ does not compile." >&2
        exit 1
    fi
    mv "$STAMP_FILE.new" "$STAMP_FILE"
fi

exec "$DOTNET_EXE" "$ASSEMBLY" "$@"
