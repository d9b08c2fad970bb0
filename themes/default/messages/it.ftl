size-bytes = { $size } B
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
