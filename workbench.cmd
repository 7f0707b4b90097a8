@echo off
rem Starts the AIDG Workbench on Windows: finds a JDK 25, builds on first use, runs.
setlocal enabledelayedexpansion
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "JDK="
for /d %%d in ("%AIDG_JAVA_HOME%" "%JAVA_HOME%" "%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*") do (
    if not defined JDK if exist "%%~d\bin\java.exe" (
        "%%~d\bin\java.exe" -version 2>&1 | findstr /c:"version \"25" >nul && set "JDK=%%~d"
    )
)
if not defined JDK (
    echo No JDK 25 was found. Install one or set JAVA_HOME to it. 1>&2
    exit /b 1
)
if not exist "%ROOT%\app\target\classpath" (
    echo Building, a minute or two the first time... 1>&2
    pushd "%ROOT%"
    call mvn -B -q -Dstyle.color=never -DskipTests -Dmaven.test.skip=true package 1>&2 || exit /b 1
    popd
)
if not defined AIDG_HOME set "AIDG_HOME=%APPDATA%\AIDG Workbench"
if not defined DJL_CACHE_DIR set "DJL_CACHE_DIR=%AIDG_HOME%\native"
set "HEAP=384m"
for %%c in (train evaluate import generate bench) do if "%~1"=="%%c" set "HEAP=2500m"
for /f "usebackq delims=" %%c in ("%ROOT%\app\target\classpath") do set "CP=%%c"
for %%j in ("%ROOT%\app\target\aidg-app-*.jar") do set "APP=%%j"
"%JDK%\bin\java.exe" -Xmx%HEAP% -XX:+UseSerialGC --add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dai.djl.offline=true -Dai.djl.pytorch.graph_optimizer=false "-Daidg.root=%ROOT%" -cp "%CP%;%APP%" aidg.app.Main %*
exit /b %ERRORLEVEL%
