#include "filter_run.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void limit(int what, rlim_t most)
{
    const struct rlimit limits = { most, most };

    (void)setrlimit(what, &limits);
}

/* Signals that whoever started palpate-index ignores, or that are blocked here, do
   again what they do to every program: a command may count on it. */
static void restore_signals(void)
{
    sigset_t none;

    for (int number = 1; number < NSIG; number++)
        (void)signal(number, SIG_DFL);
    (void)sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Whether a variable says in which language and where a program runs, or what loads or
   tests it. */
static bool is_harmless(const char *variable)
{
    static const char *const NAMES[] = { "LANG=", "LC_", "TZ=", "LD_", "PALPATE_",
        "ASAN_", "LSAN_", "UBSAN_", "TSAN_" };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strncmp(variable, NAMES[i], strlen(NAMES[i])) == 0)
            return true;
    return false;
}

/* A file that made palpate-pdf run its own code could write what is in the environment,
   such as a password, into the text of the page. */
static void forget_environment(void)
{
    size_t count = 0;

    for (size_t i = 0; environ[i] != NULL; i++)
        if (is_harmless(environ[i]))
            environ[count++] = environ[i];
    environ[count] = NULL;
}

/* Becomes the command; what cannot start says so on standard error.  Of the descriptors
   it has these three alone. */
static void become(
        const struct filter *filter, const char *pdf, int input, int output, int errors)
{
    restore_signals();
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    (void)setpgid(0, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, FILTER_SECONDS);
    limit(RLIMIT_FSIZE, FILTER_OUTPUT);
    if (dup2(input, STDIN_FILENO) >= 0 && dup2(output, STDOUT_FILENO) >= 0 &&
            dup2(errors, STDERR_FILENO) >= 0) {
        errors = STDERR_FILENO;
        closefrom(STDERR_FILENO + 1);
        if (filter->command != NULL) {
            (void)execl("/bin/sh", "sh", "-c", filter->command, (char *)NULL);
        } else {
            forget_environment();
            (void)execl(pdf, "palpate-pdf", (char *)NULL);
        }
    }
    (void)dprintf(errors, "the filter cannot be started: %s\n", strerror(errno));
    _exit(127);
}

/* Waits for a process; false if it took too long, and was ended. */
static bool wait_for(pid_t process, int *how)
{
    const struct timespec most = { .tv_sec = FILTER_SECONDS };
    sigset_t child;
    bool is_late = false;

    (void)sigemptyset(&child);
    (void)sigaddset(&child, SIGCHLD);
    while (waitpid(process, how, WNOHANG) == 0) {
        if (sigtimedwait(&child, NULL, &most) >= 0 || errno == EINTR)
            continue;
        is_late = true;
        (void)kill(-process, SIGKILL);
        (void)waitpid(process, how, 0);
        break;
    }
    (void)kill(-process, SIGKILL); /* and what it left running */
    return !is_late;
}

/* Takes the last line of what was written to standard error. */
static bool read_reason(char reason[FILTER_REASON], int errors)
{
    struct stat status;
    off_t from = 0;
    ssize_t size = 0;

    if (fstat(errors, &status) == 0 && status.st_size >= FILTER_REASON)
        from = status.st_size - (FILTER_REASON - 1);
    size = pread(errors, reason, FILTER_REASON - 1, from);
    while (size > 0 && (unsigned char)reason[size - 1] <= ' ')
        size--;
    reason[size > 0 ? size : 0] = '\0';
    char *line = strrchr(reason, '\n');
    if (line != NULL)
        memmove(reason, line + 1, strlen(line + 1) + 1);
    return reason[0] != '\0';
}

static void say_how(char reason[FILTER_REASON], int how, bool is_in_time)
{
    if (!is_in_time || (WIFSIGNALED(how) && WTERMSIG(how) == SIGXCPU))
        (void)snprintf(reason, FILTER_REASON, "its filter took longer than %d seconds",
                FILTER_SECONDS);
    else if (WIFSIGNALED(how) && WTERMSIG(how) == SIGXFSZ)
        (void)snprintf(reason, FILTER_REASON, "its filter wrote more than %d MB",
                FILTER_OUTPUT >> 20);
    else if (WIFSIGNALED(how))
        (void)snprintf(reason, FILTER_REASON, "its filter was ended by signal %d",
                WTERMSIG(how));
    else
        (void)snprintf(reason, FILTER_REASON, "its filter ended with status %d",
                WEXITSTATUS(how));
}

bool filter_run(int *output, char reason[FILTER_REASON], const struct filter *filter,
        const char *pdf, int input)
{
    int errors = memfd_create("errors", MFD_CLOEXEC);
    int how = 0;

    *output = memfd_create("output", MFD_CLOEXEC);
    pid_t process = *output < 0 || errors < 0 ? -1 : fork();
    if (process == 0)
        become(filter, pdf, input, *output, errors);
    bool is_in_time = process > 0 && wait_for(process, &how);
    bool is_well = is_in_time && WIFEXITED(how) && WEXITSTATUS(how) == 0;
    if (process < 0)
        (void)snprintf(reason, FILTER_REASON, "its filter cannot be started: %s",
                strerror(errno));
    else if (!is_well && !(WIFEXITED(how) && is_in_time && read_reason(reason, errors)))
        say_how(reason, how, is_in_time);
    if (errors >= 0)
        (void)close(errors);
    return is_well;
}
