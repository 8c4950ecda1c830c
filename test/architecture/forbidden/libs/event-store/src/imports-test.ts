// forbidden: imports-tests — what people run does not stand on test code
export { place } from '../../../test/support/helper';
