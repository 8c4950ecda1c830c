// forbidden: classification-takes-a-package — codes need no package
export { z } from 'zod';
