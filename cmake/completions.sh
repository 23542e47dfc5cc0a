#!/bin/sh
# completions.sh SHELL PROGRAM FILE: writes what SHELL (bash, zsh or fish) completes for a program into
# FILE, from what its --help says.
set -eu
shell=$1 program=$2
exec >"$3"
name=$(basename "$program")

# A line an option: word TAB argument TAB words to choose from TAB first line of its help.
options()
{
    "$program" --help | awk '
        function flush() {
            if (word == "")
                return
            choices = ""
            if (help ~ /\(default\)/) {
                choices = help
                sub(/[;:.].*/, "", choices)
                gsub(/ \(default\)|,/, "", choices)
                gsub(/ or /, " ", choices)
            }
            gsub(/[\047"`$\\\[\]]/, "", help)
            printf "%s\t%s\t%s\t%s\n", word, argument, choices, help
            word = ""
        }
        /^  --/ {
            flush()
            word = substr($1, 3)
            rest = substr($0, length($1) + 3)
            argument = match(rest, /^ [^ a-z][^ a-z]*( [^ a-z][^ a-z]*)*(  |$)/) ? substr(rest, 2, RLENGTH - 1) : ""
            sub(/ +$/, "", argument)
            help = rest
            sub(/^ */, "", help)
            if (argument != "")
                help = substr(help, length(argument) + 1)
            sub(/^ */, "", help)
            next
        }
        /^                     / {
            if (word != "" && help == "") {
                help = $0
                sub(/^ */, "", help)
            }
            next
        }
        { flush() }
        END { flush() }'
}

case $shell in
bash)
    function=_$(printf '%s' "$name" | tr - _)
    words=$(options | awk -F '\t' '{ printf "%s--%s", (NR > 1 ? " " : ""), $1 }')
    printf '# Made of %s --help.\n%s()\n{\n' "$name" "$function"
    printf '    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n'
    printf '    case $before in\n'
    options | awk -F '\t' '
        $3 != "" { printf "    --%s) mapfile -t COMPREPLY < <(compgen -W \047%s\047 -- \"$word\"); return ;;\n", $1, $3 }
        $3 == "" && $2 != "" && $2 !~ /FILE|FOLDER|SOURCE|INDEX/ { printf "    --%s) return ;;\n", $1 }'
    printf '    esac\n    if [[ $word == -* ]]; then\n'
    printf "        mapfile -t COMPREPLY < <(compgen -W '%s' -- \"\$word\")\n    fi\n}\n" "$words"
    printf 'complete -o default -F %s %s\n' "$function" "$name"
    ;;
zsh)
    printf '#compdef %s\n# Made of %s --help.\n_arguments \\\n' "$name" "$name"
    options | awk -F '\t' '{
        gsub(/:/, "\\:", $4)
        action = $3 != "" ? "(" $3 ")" : $2 ~ /FILE|FOLDER|SOURCE|INDEX/ ? "_files" : ""
        argument = $2 == "" ? "" : ":" $2 ":" action
        printf "    \047*--%s[%s]%s\047 \\\n", $1, $4, argument
    }'
    printf "    '*:file:_files'\n"
    ;;
fish)
    printf '# Made of %s --help.\n' "$name"
    options | awk -F '\t' -v name="$name" '{
        takes = $3 != "" ? " -x -a \047" $3 "\047" : $2 ~ /FILE|FOLDER|SOURCE|INDEX/ ? " -r" : $2 != "" ? " -x" : ""
        printf "complete -c %s -l %s%s -d \047%s\047\n", name, $1, takes, $4
    }'
    ;;
*)
    echo "completions.sh: bash, zsh or fish: $shell" >&2
    exit 2
    ;;
esac
