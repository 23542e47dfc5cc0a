#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "confine.h"

enum { ALL_WELL, NOT_IN_FORCE = 100 };

static char folder[] = "/tmp/palpate-confine-XXXXXX";
static char inside[64];
static char beside[64];

static void make_file(const char *path)
{
    FILE *file = fopen(path, "we");

    assert_non_null(file);
    assert_int_equal(fclose(file), 0);
}

static int make_folder(void **state)
{
    (void)state;
    if (mkdtemp(folder) == NULL)
        return -1;
    (void)snprintf(inside, sizeof inside, "%s/inside", folder);
    (void)snprintf(beside, sizeof beside, "%s/beside", folder);
    if (mkdir(inside, 0700) != 0 || mkdir(beside, 0700) != 0 || chdir(folder) != 0)
        return -1;
    make_file("inside/file");
    make_file("beside/file");
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    (void)unlink("inside/file");
    (void)unlink("inside/other");
    (void)unlink("beside/file");
    (void)rmdir("inside");
    (void)rmdir("beside");
    return chdir("/") == 0 && rmdir(folder) == 0 ? 0 : -1;
}

/* Runs what a confined process does, and fails with the line of what it could do; skips
   where the system or the build cannot confine. */
static void in_confinement(const struct confinement *allowed, int (*act)(void))
{
    int status = 0;
    pid_t child = fork();

    assert_true(child >= 0);
    if (child == 0) {
        struct confinement_report report;
        confine(&report, allowed);
        if (report.files_free != NULL || report.calls_free != NULL) {
            (void)fprintf(stderr, "not confined: %s, %s\n",
                    report.files_free == NULL ? "-" : report.files_free,
                    report.calls_free == NULL ? "-" : report.calls_free);
            _exit(NOT_IN_FORCE);
        }
        _exit(act());
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) == NOT_IN_FORCE)
        skip();
    if (WEXITSTATUS(status) != ALL_WELL)
        fail_msg("step %d of what the process did came out otherwise",
                WEXITSTATUS(status));
}

static bool can_open(const char *path, int flags)
{
    int file = open(path, flags | O_CLOEXEC, 0600);

    if (file >= 0)
        (void)close(file);
    return file >= 0;
}

static int start_programs(void)
{
    char *const words[] = { (char *)"/bin/true", NULL };

    (void)execve(words[0], words, NULL);
    if (errno != EPERM && errno != EACCES)
        return 1;
    if (syscall(SYS_execveat, AT_FDCWD, words[0], words, NULL, 0) != -1)
        return 2;
    if (fork() >= 0)
        return 3;
    return ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0 ? 4 : ALL_WELL;
}

static int reach_the_network(void)
{
    int pair[2];
    static const int FAMILIES[] = { AF_INET, AF_INET6, AF_UNIX, AF_NETLINK, AF_PACKET };

    for (int i = 0; i < 5; i++)
        if (socket(FAMILIES[i], SOCK_STREAM, 0) >= 0 ||
                socket(FAMILIES[i], SOCK_RAW, 0) >= 0)
            return 1 + i;
    return socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0 ? 6 : ALL_WELL;
}

static int write_anything(void)
{
    if (can_open("inside/file", O_WRONLY) || can_open("inside/new", O_RDWR | O_CREAT))
        return 1;
    if (can_open("inside/file", O_RDONLY | O_TRUNC) ||
            can_open("/tmp", O_TMPFILE | O_RDWR))
        return 2;
    if (unlink("inside/file") == 0 || rename("inside/file", "inside/other") == 0)
        return 3;
    if (mkdir("inside/new", 0700) == 0 || symlink("file", "inside/link") == 0)
        return 4;
    if (truncate("inside/file", 0) == 0 || chmod("inside/file", 0) == 0)
        return 5;
    if (link("inside/file", "inside/other") == 0 || rmdir("beside") == 0)
        return 6;
    return can_open("inside/file", O_RDONLY) ? ALL_WELL : 7;
}

static int make_code(void)
{
    const int all = PROT_READ | PROT_WRITE | PROT_EXEC;
    void *plain = mmap(
            NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (mmap(NULL, 4096, all, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED)
        return 1;
    if (plain == MAP_FAILED)
        return 2;
    return mprotect(plain, 4096, all) == 0 ? 3 : ALL_WELL;
}

static int read_beside(void)
{
    if (can_open("beside/file", O_RDONLY) || can_open("/etc/passwd", O_RDONLY) ||
            can_open("inside/../beside/file", O_RDONLY))
        return 1;
    return can_open("inside/file", O_RDONLY) ? ALL_WELL : 2;
}

static int write_beside(void)
{
    if (can_open("beside/file", O_WRONLY) ||
            can_open("beside/new", O_WRONLY | O_CREAT) || unlink("beside/file") == 0 ||
            rename("inside/file", "beside/new") == 0)
        return 1;
    if (!can_open("inside/other", O_WRONLY | O_CREAT) ||
            rename("inside/other", "inside/file") != 0)
        return 2;
    return can_open("beside/file", O_RDONLY) ? ALL_WELL : 3;
}

static void *do_nothing(void *user)
{
    return user;
}

static int start_threads_and_processes(void)
{
    pthread_t thread;
    int status = 0;

    if (pthread_create(&thread, NULL, do_nothing, NULL) != 0 ||
            pthread_join(thread, NULL) != 0)
        return 1;
    pid_t child = fork();
    if (child == 0)
        _exit(socket(AF_INET, SOCK_STREAM, 0) >= 0 ? 1 : 0);
    if (child < 0 || waitpid(child, &status, 0) != child)
        return 2;
    return status == 0 ? ALL_WELL : 3;
}

static int start_a_thread(void)
{
    pthread_t thread;

    return pthread_create(&thread, NULL, do_nothing, NULL) == 0 &&
                           pthread_join(thread, NULL) == 0
                   ? ALL_WELL
                   : 1;
}

static const struct confinement NOTHING = { .writable_count = 0 };

static void a_confined_process_starts_no_program(void **state)
{
    (void)state;
    in_confinement(&NOTHING, start_programs);
}

static void a_confined_process_makes_no_socket(void **state)
{
    (void)state;
    in_confinement(&NOTHING, reach_the_network);
}

static void a_confined_process_writes_nothing_and_reads_on(void **state)
{
    (void)state;
    in_confinement(&NOTHING, write_anything);
}

static void memory_that_is_written_is_not_executed(void **state)
{
    (void)state;
    in_confinement(&NOTHING, make_code);
}

static void threads_can_be_started_in_a_confinement(void **state)
{
    (void)state;
    in_confinement(&NOTHING, start_a_thread);
}

static void only_the_folders_that_are_named_can_be_read(void **state)
{
    const struct confinement allowed = { .readable = { "nowhere", inside },
        .readable_count = 2 };

    (void)state;
    in_confinement(&allowed, read_beside);
}

static void only_the_folders_that_are_named_can_be_written(void **state)
{
    const struct confinement allowed = { .writable = { inside }, .writable_count = 1 };

    (void)state;
    in_confinement(&allowed, write_beside);
}

static void a_process_that_may_fork_is_confined_with_its_children(void **state)
{
    const struct confinement allowed = { .is_forking = true };

    (void)state;
    in_confinement(&allowed, start_threads_and_processes);
}

static void the_folder_of_a_path_is_what_is_before_its_last_part(void **state)
{
    static const char *const CASES[][2] = { { "a", "." }, { "a/b", "a" },
        { "a/b//", "a" }, { "a//b", "a" }, { "/a", "/" }, { "//a", "/" }, { "/", "/" },
        { "/a/b/", "/a" }, { "./a", "." }, { "../a", ".." }, { "", "." },
        { "a/", "." } };
    char out[CONFINE_PATH];

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_string_equal(confine_folder_of(out, CASES[i][0]), CASES[i][1]);
}

static void nothing_is_confined_where_the_environment_says_so(void **state)
{
    struct confinement allowed = { 0 };
    struct confinement_report report = { NULL, NULL };

    (void)state;
    assert_int_equal(setenv("PALPATE_UNCONFINED", "1", 1), 0);
    confine(&report, &allowed);
    assert_int_equal(unsetenv("PALPATE_UNCONFINED"), 0);
    assert_non_null(report.files_free);
    assert_non_null(report.calls_free);
    make_file("beside/file");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_confined_process_starts_no_program),
        cmocka_unit_test(a_confined_process_makes_no_socket),
        cmocka_unit_test(a_confined_process_writes_nothing_and_reads_on),
        cmocka_unit_test(memory_that_is_written_is_not_executed),
        cmocka_unit_test(threads_can_be_started_in_a_confinement),
        cmocka_unit_test(only_the_folders_that_are_named_can_be_read),
        cmocka_unit_test(only_the_folders_that_are_named_can_be_written),
        cmocka_unit_test(a_process_that_may_fork_is_confined_with_its_children),
        cmocka_unit_test(nothing_is_confined_where_the_environment_says_so),
        cmocka_unit_test(the_folder_of_a_path_is_what_is_before_its_last_part),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
