// forbidden: disclosure-takes-a-package — no Nest in a pure library
export { CommandBus } from '@nestjs/cqrs';
