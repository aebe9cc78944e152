// What a process that reads untrusted bytes may no longer do.
#pragma once

namespace gongkai {

// From here on this process and its threads cannot reach a network, start programs, change, make or
// remove files, or touch other processes; files can still be opened for reading (models, fonts, CMaps).
// What is forbidden fails with EPERM, so that libraries see an ordinary error. False where the system
// has no seccomp filters; nothing is changed then.
bool ConfineProcess();

}  // namespace gongkai
