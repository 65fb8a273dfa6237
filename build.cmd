:; exec "$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/build.sh" "$@" #
@ECHO OFF
powershell.exe -NoProfile -ExecutionPolicy Bypass -File "%~dp0build.ps1" %*
