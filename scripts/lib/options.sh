# What scripts/build was asked for. To be sourced.

usage() { sed -n '2,4p' "$(dirname "${BASH_SOURCE[0]}")/../build" | cut -c 3- >&2; }

# read_options OPTION...: into with, screen, name, logo, lang, explore and interviews, each empty unless it was asked for; with and
# logo as whole paths. Ends with 2, and says why, at what it does not know.
read_options() {
  with="" screen="" name="" logo="" lang="" explore="" interviews=""
  local file
  while [ $# -gt 0 ]; do
    case $1 in
    --explore-only) explore=yes ;;
    --with-interviews) interviews=yes ;;
    --with | --screen | --name | --logo | --lang)
      # What begins as an option is the next one, and no value.
      case ${2-} in
      "" | --*) usage; echo "Stopped: $1 needs a value." >&2; exit 2 ;;
      esac
      printf -v "${1#--}" %s "$2"
      shift
      ;;
    *) usage; echo "Stopped: there is no option $1." >&2; exit 2 ;;
    esac
    shift
  done
  if [ -z "$with" ] && [ -n "$screen$name$logo$lang$explore$interviews" ]; then
    usage; echo "Stopped: these options go with a project: --with client.json" >&2; exit 2
  fi
  for file in "$with" "$logo"; do
    [ -z "$file" ] || [ -f "$file" ] || { echo "Stopped: $file is not there." >&2; exit 2; }
  done
  [ -z "$with" ] || with=$(realpath -- "$with")
  [ -z "$logo" ] || logo=$(realpath -- "$logo")
}
