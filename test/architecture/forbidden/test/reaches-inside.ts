// forbidden: enters-past-the-index — a test from outside sees what others see
export { place } from '../libs/execution/src/inside';
