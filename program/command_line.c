#include "command_line.h"

#include <assert.h>
#include <errno.h>
#include <getopt.h>
#include <palpate/version.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    FIRST = 256, /* of getopt: after all characters */
    MAX_OPTIONS = 64,
    HELP_COLUMN = 21
};

static size_t add_words(
        struct option *words, size_t count, const struct program_options *options)
{
    for (size_t i = 0; i < options->count; i++, count++)
        words[count] = (struct option){ options->rows[i].word,
            options->rows[i].argument != NULL ? required_argument : no_argument, NULL,
            FIRST + (int)count };
    return count;
}

int program_next(const struct program *program, int count, char **words)
{
    struct option known[MAX_OPTIONS + 1];

    assert(program->options.count + program->more.count <= MAX_OPTIONS);
    size_t end = add_words(known, 0, &program->options);
    end = add_words(known, end, &program->more);
    known[end] = (struct option){ NULL, 0, NULL, 0 };
    int option = getopt_long(count, words, "", known, NULL);
    if (option == -1)
        return PROGRAM_OPTION_END;
    return option < FIRST ? PROGRAM_OPTION_WRONG : option - FIRST;
}

/* "a, b or c"; with `mark` after the first. */
static void print_choices(
        FILE *out, const char *(*choices)(uint32_t choice), const char *mark)
{
    for (uint32_t i = 0; choices(i) != NULL; i++) {
        const char *join = i == 0 ? "" : choices(i + 1) == NULL ? " or " : ", ";
        (void)fprintf(out, "%s%s%s", join, choices(i), i == 0 ? mark : "");
    }
}

static void print_option(const struct program_option *option)
{
    int width = printf("  --%s%s%s", option->word, option->argument == NULL ? "" : " ",
            option->argument == NULL ? "" : option->argument);
    const char *help = option->help;

    if (width >= HELP_COLUMN - 1 || *help == '\n') {
        (void)putchar('\n');
        help += *help == '\n';
        width = 0;
    }
    (void)printf("%*s", HELP_COLUMN - width, "");
    if (option->choices != NULL)
        print_choices(stdout, option->choices, " (default)");
    for (; *help != '\0'; help++) {
        (void)putchar(*help);
        if (*help == '\n')
            (void)printf("%*s", HELP_COLUMN, "");
    }
    (void)putchar('\n');
}

static void print_options(const struct program_options *options)
{
    for (size_t i = 0; i < options->count; i++)
        print_option(&options->rows[i]);
}

static void print_help(void)
{
    (void)fputs(PROGRAM.usage, stdout);
    print_options(&PROGRAM.options);
    if (PROGRAM.heading != NULL)
        (void)fputs(PROGRAM.heading, stdout);
    print_options(&PROGRAM.more);
    (void)fputs(PROGRAM.ending, stdout);
}

static bool is_called(int option, const char *word)
{
    return (size_t)option < PROGRAM.options.count &&
           strcmp(PROGRAM.options.rows[option].word, word) == 0;
}

enum options_verdict program_read(
        int count, char **words, bool (*take)(void *subject, int option), void *subject)
{
    int option = 0;

    while ((option = program_next(&PROGRAM, count, words)) != PROGRAM_OPTION_END) {
        if (option == PROGRAM_OPTION_WRONG) {
            (void)program_complain(
                    "unknown or incomplete option", "the line above says which");
            return OPTIONS_WRONG;
        }
        if (is_called(option, "help")) {
            print_help();
            return OPTIONS_DONE;
        }
        if (is_called(option, "version")) {
            (void)printf("%s %s\n", PROGRAM.name, palpate_version());
            return OPTIONS_DONE;
        }
        if (!take(subject, option))
            return OPTIONS_WRONG;
    }
    return OPTIONS_RUN;
}

bool program_choose(
        uint32_t *choice, const struct program_option *option, const char *value)
{
    for (uint32_t i = 0; option->choices(i) != NULL; i++) {
        if (strcmp(value, option->choices(i)) == 0) {
            *choice = i;
            return true;
        }
    }
    (void)fprintf(stderr, "%s: --%s takes ", PROGRAM.name, option->word);
    print_choices(stderr, option->choices, "");
    (void)fprintf(stderr, ": %s: see %s --help\n", value, PROGRAM.name);
    return false;
}

bool program_number(unsigned long *number, const struct program_option *option,
        const char *value, unsigned long least, unsigned long most)
{
    char *end = NULL;

    errno = 0;
    *number = strtoul(value, &end, 10);
    if (*value >= '0' && *value <= '9' && *end == '\0' && errno == 0 &&
            *number >= least && *number <= most)
        return true;
    (void)fprintf(stderr, "%s: --%s takes a number ", PROGRAM.name, option->word);
    if (least > 0)
        (void)fprintf(stderr, "from %lu ", least);
    (void)fprintf(stderr, "%s %lu: %s: see %s --help\n", least > 0 ? "to" : "up to",
            most, value, PROGRAM.name);
    return false;
}

bool program_complain(const char *what, const char *value)
{
    (void)fprintf(stderr, "%s: %s%s%s: see %s --help\n", PROGRAM.name, what,
            value == NULL ? "" : ": ", value == NULL ? "" : value, PROGRAM.name);
    return false;
}

const char *program_color(uint32_t choice)
{
    static const char *const WORDS[] = { "auto", "always", "never", NULL };

    return WORDS[choice];
}

bool program_has_color(uint32_t choice)
{
    const char *no_color = getenv("NO_COLOR");

    if (choice > 0)
        return choice == 1;
    return isatty(STDOUT_FILENO) != 0 && (no_color == NULL || *no_color == '\0');
}
