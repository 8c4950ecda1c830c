// forbidden: execution-takes-a-package — deciding needs no package, not even its types
export type { Observable } from 'rxjs';
