# Builds the pipeline in build\ if it changed, and runs it with the arguments given. `.\build.ps1 --help` lists what it can do.
[CmdletBinding()]
Param(
    [Parameter(Position = 0, Mandatory = $false, ValueFromRemainingArguments = $true)]
    [string[]]$BuildArguments
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = "Stop"; $ConfirmPreference = "None"
trap { Write-Error $_ -ErrorAction Continue; exit 1 }

$RootDirectory = Split-Path $MyInvocation.MyCommand.Path -Parent
$BuildDirectory = Join-Path $RootDirectory "build"
$BuildProjectFile = Join-Path $BuildDirectory "_build.csproj"
$TempDirectory = Join-Path (Join-Path $RootDirectory ".nuke") "temp"
$EngineFile = Join-Path $TempDirectory "engine"
$PackageVersionsFile = Join-Path $RootDirectory "Directory.Packages.props"
$DotNetGlobalFile = Join-Path $RootDirectory "global.json"
$DotNetInstallUrl = "https://dot.net/v1/dotnet-install.ps1"
$DotNetChannel = "10.0"

$env:DOTNET_CLI_TELEMETRY_OPTOUT = 1
$env:DOTNET_NOLOGO = 1
$env:NUKE_TELEMETRY_OPTOUT = 1

# Whether an executable is an SDK that global.json accepts.
function Test-DotNet([string]$Executable) {
    Push-Location $RootDirectory
    try { & $Executable --version 2>&1 | Out-Null; return $LASTEXITCODE -eq 0 }
    catch { return $false }
    finally { Pop-Location }
}

New-Item -ItemType Directory -Path $TempDirectory -Force | Out-Null

# An installed SDK that suits, or one of this clone's own.
$DotNet = Get-Command "dotnet" -ErrorAction SilentlyContinue
if ($null -ne $DotNet -and (Test-DotNet $DotNet.Path)) {
    $env:DOTNET_EXE = $DotNet.Path
}
else {
    $DotNetDirectory = Join-Path $TempDirectory "dotnet-win"
    $env:DOTNET_EXE = Join-Path $DotNetDirectory "dotnet.exe"
    $env:DOTNET_ROOT = $DotNetDirectory
    $env:PATH = "$DotNetDirectory;$env:PATH"
    if (!(Test-Path $env:DOTNET_EXE) -or !(Test-DotNet $env:DOTNET_EXE)) {
        Write-Output "No installed .NET SDK fits global.json: installing one to .nuke\temp"
        $DotNetInstallFile = Join-Path $TempDirectory "dotnet-install.ps1"
        [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
        (New-Object System.Net.WebClient).DownloadFile($DotNetInstallUrl, $DotNetInstallFile)
        & $DotNetInstallFile -InstallDir $DotNetDirectory -Channel $DotNetChannel -NoPath
        if (!(Test-Path $env:DOTNET_EXE)) { throw "The .NET SDK could not be installed." }
    }
}

# The engine: what the user asked for, else Nuke if the feed carries the pinned version, else StandIn. What the feed said is remembered.
$Engine = $env:TARN_PIPELINE_ENGINE
if ($Engine -and @("Nuke", "StandIn") -cnotcontains $Engine) {
    throw "TARN_PIPELINE_ENGINE is 'Nuke' or 'StandIn', or not set; there is no engine '$Engine'."
}
if (!$Engine) {
    $Pin = ([xml](Get-Content $PackageVersionsFile)).SelectSingleNode("//NukeCommonVersion").InnerText
    $Remembered = if (Test-Path $EngineFile) { ((Get-Content $EngineFile -TotalCount 1) -split " ") } else { @("", "") }
    if ($Remembered[0] -and $Remembered[1] -eq $Pin) {
        $Engine = $Remembered[0]
    }
    else {
        $ProbeLog = Join-Path $TempDirectory "engine-probe.log"
        & $env:DOTNET_EXE restore $BuildProjectFile -p:TarnPipelineEngine=Nuke -nologo --verbosity quiet *> $ProbeLog
        $Engine = if ($LASTEXITCODE -eq 0) { "Nuke" } else { "StandIn" }
        # The package, its version, or one of its dependencies is not there; or there was no answer.
        $IsAbsent = Select-String -Quiet -Path $ProbeLog -Pattern "NU110[1-3]"
        $Answer = if ($Engine -eq "Nuke") { "present" } elseif ($IsAbsent) { "absent" } else { "unreachable" }
        Set-Content $EngineFile "$Engine $Pin $Answer" -Encoding ascii
    }
}

# The pipeline itself, if one of its files (or a directory, which shows what was removed) is newer than its last successful build.
$Assembly = Join-Path $BuildDirectory "bin\$Engine\_build.dll"
$StampFile = Join-Path $BuildDirectory "obj\$Engine\built"
$IsOutdated = $true
if ((Test-Path $StampFile) -and (Test-Path $Assembly)) {
    $Stamp = (Get-Item $StampFile).LastWriteTimeUtc
    $Skipped = "^(bin|obj|Sdk)([\\/]|$)"
    $Inputs = @(Get-Item $PackageVersionsFile) + @(Get-ChildItem $BuildDirectory -Recurse |
        Where-Object { $_.FullName.Substring($BuildDirectory.Length + 1) -notmatch $Skipped })
    $IsOutdated = @($Inputs | Where-Object { $_.LastWriteTimeUtc -gt $Stamp }).Count -gt 0
}
if ($IsOutdated) {
    New-Item -ItemType Directory -Path (Split-Path $StampFile -Parent) -Force | Out-Null
    # The time of the stamp is that before the build, so that what changes meanwhile is built next time.
    $Started = [DateTime]::UtcNow
    & $env:DOTNET_EXE build $BuildProjectFile "-p:TarnPipelineEngine=$Engine" `
        -nodeReuse:false -p:UseSharedCompilation=false -nologo -clp:NoSummary --verbosity quiet
    if ($LASTEXITCODE -ne 0) { throw "The pipeline in build\ does not compile." }
    Set-Content $StampFile ""
    (Get-Item $StampFile).LastWriteTimeUtc = $Started
}

& $env:DOTNET_EXE $Assembly @BuildArguments
exit $LASTEXITCODE
