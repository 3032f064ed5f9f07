@echo off
rem The launcher for Windows. See the bash script vm; here the build decides by itself what is stale, and the Z3 library
rem comes with the package Microsoft.Z3.
setlocal
set "root=%~dp0"
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_CLI_UI_LANGUAGE=en

where dotnet >nul 2>nul
if errorlevel 1 (
  echo vm: the .NET SDK 10 or newer is missing; get it with: winget install Microsoft.DotNet.SDK.10 1>&2
  exit /b 4
)

if "%~1"=="test" goto test
dotnet build "%root%Vm.Cli\Vm.Cli.csproj" -c Release -v q -nologo -clp:NoSummary
if errorlevel 1 exit /b 4
dotnet "%root%Vm.Cli\bin\Release\net10.0\Vm.Cli.dll" %*
exit /b %errorlevel%

:test
if "%~2"=="--long" set VM_LONG=1
dotnet test "%root%Vm.sln" -c Release -nologo
exit /b %errorlevel%
