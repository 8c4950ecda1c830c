// forbidden: documents-sees-too-much — documents are made from the model, not from a database; nor past the alias
export { place } from '../../read-store/src/index';
