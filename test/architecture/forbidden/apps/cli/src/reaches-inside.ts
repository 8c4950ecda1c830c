// forbidden: enters-past-the-index — an app enters like anyone
export { place } from '../../../libs/execution/src/inside';
