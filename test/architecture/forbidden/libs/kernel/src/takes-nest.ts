// forbidden: kernel-takes-a-package — no Nest in a pure library
export { Injectable } from '@nestjs/common';
