/* What the programs share: one list of options -> what getopt takes, and the help. */
#ifndef PROGRAM_COMMAND_LINE_H
#define PROGRAM_COMMAND_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* An option.  Each program lists its own as X(name, word, argument, choices, help),
   from which this row and the name's number come. */
struct program_option {
    const char *word;     /* without hyphens in front */
    const char *argument; /* as the help names it, or NULL for a switch */
    /* The words that the option takes, from 0, and NULL after the last one, the first
       one being the default; or NULL.  The help starts with them. */
    const char *(*choices)(uint32_t choice);
    const char *help; /* with a line feed where a line ends */
};

#define PROGRAM_OPTION_ROW(name, word, argument, choices, help) \
    { word, argument, choices, help },
#define PROGRAM_OPTION_NUMBER(name, word, argument, choices, help) OPTION_##name,

/* Options of every program. */
#define PROGRAM_OPTIONS(X)                                  \
    X(HELP, "help", NULL, NULL, "print this help and exit") \
    X(VERSION, "version", NULL, NULL, "print the version and exit")
#define PROGRAM_COLOR(X) X(COLOR, "color", "WHEN", program_color, "")

struct program_options {
    const struct program_option *rows;
    size_t count;
};

struct program {
    const char *name;
    const char *usage; /* before the options */
    struct program_options options;
    const char *heading; /* before more options, or NULL */
    struct program_options more;
    const char *ending; /* after all options */
};

/* Defined by each program. */
extern const struct program PROGRAM;

enum options_verdict {
    OPTIONS_RUN,
    OPTIONS_DONE, /* --help or --version was answered */
    OPTIONS_WRONG /* and said why on standard error */
};

enum { PROGRAM_OPTION_END = -1, PROGRAM_OPTION_WRONG = -2 };

/* The number of the next option of a command line, of more options after the others, or
   one of the above; `optarg` is its argument.  What getopt does not know it has said.
 */
int program_next(const struct program *program, int count, char **words);

/* Gives each option to `take` until it says false.  Answers --help and --version. */
enum options_verdict program_read(int count, char **words,
        bool (*take)(void *subject, int option), void *subject);

/* Finds `value` among the choices of an option; else says which there are, and false.
 */
bool program_choose(
        uint32_t *choice, const struct program_option *option, const char *value);

/* Reads a number of digits alone; false where it is none or out of bounds, which it has
   said. */
bool program_number(unsigned long *number, const struct program_option *option,
        const char *value, unsigned long least, unsigned long most);

/* Says on standard error what is wrong with a value, or with the whole where it is
   NULL; false. */
bool program_complain(const char *what, const char *value);

/* "auto", "always", "never". */
const char *program_color(uint32_t choice);

/* Whether a choice of program_color() asks for colour: by the terminal and NO_COLOR. */
bool program_has_color(uint32_t choice);

#endif
