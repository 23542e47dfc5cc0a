#include "confine_files.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What newer kernels know than the headers of the system that this was built on. */
enum {
    ABI_REFER = 2,
    ABI_TRUNCATE = 3,
    ABI_NETWORK = 4,
    RIGHT_REFER = 1 << 13,
    RIGHT_TRUNCATE = 1 << 14,
    RIGHT_TO_BIND = 1,    /* sockets of TCP */
    RIGHTS_OF_NETWORK = 3 /* to bind and to connect them */
};

static const uint64_t READING =
        LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
static const uint64_t WRITING =
        LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
        LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR |
        LANDLOCK_ACCESS_FS_MAKE_REG;
/* Nobody needs these. */
static const uint64_t NEVER =
        LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
        LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
        LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;

/* As kernels with ABI_NETWORK have it; older ones take the first member alone. */
struct ruleset {
    uint64_t files;
    uint64_t network;
};

static uint64_t writing_of(int abi)
{
    return WRITING | (abi >= ABI_REFER ? RIGHT_REFER : 0U) |
           (abi >= ABI_TRUNCATE ? RIGHT_TRUNCATE : 0U);
}

static int make_ruleset(int abi, bool confines_reading, bool is_connecting)
{
    const struct ruleset ruleset = {
        .files = NEVER | writing_of(abi) | (confines_reading ? READING : 0U),
        .network = is_connecting ? RIGHT_TO_BIND : RIGHTS_OF_NETWORK,
    };
    size_t size = abi >= ABI_NETWORK ? sizeof ruleset : sizeof ruleset.files;

    return (int)syscall(SYS_landlock_create_ruleset, &ruleset, size, 0U);
}

static bool allow(int ruleset, const char *folder, uint64_t rights)
{
    struct landlock_path_beneath_attr rule = { .allowed_access = rights };

    rule.parent_fd = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (rule.parent_fd < 0)
        return true;
    bool is_added = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH,
                            &rule, 0U) == 0;
    (void)close(rule.parent_fd);
    return is_added;
}

const char *confine_files(const struct confinement *allowed)
{
    int abi = (int)syscall(SYS_landlock_create_ruleset, NULL, (size_t)0,
            (uint32_t)LANDLOCK_CREATE_RULESET_VERSION);
    bool confines_reading = allowed->readable_count > 0;
    bool is_made = true;

    if (abi <= 0)
        return "this kernel has no Landlock, or it is off";
    /* The first version forbids to rename a file into another folder, come what may. */
    if (abi < ABI_REFER && allowed->writable_count > 0)
        return "the Landlock of this kernel is too old";
    int ruleset = make_ruleset(abi, confines_reading, allowed->is_connecting);
    if (ruleset < 0)
        return "the kernel refuses a ruleset of Landlock";
    for (size_t i = 0; i < allowed->readable_count; i++)
        is_made = is_made && allow(ruleset, allowed->readable[i], READING);
    for (size_t i = 0; i < allowed->writable_count; i++)
        is_made =
                is_made && allow(ruleset, allowed->writable[i],
                                   writing_of(abi) | (confines_reading ? READING : 0U));
    is_made = is_made && syscall(SYS_landlock_restrict_self, ruleset, 0U) == 0;
    (void)close(ruleset);
    return is_made ? NULL : "the kernel refuses the rules of Landlock";
}
