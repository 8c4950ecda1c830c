// forbidden: enters-past-the-index — a library may change its inside
export { place } from '../../execution/src/inside';
