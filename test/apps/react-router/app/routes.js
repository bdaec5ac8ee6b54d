import { index, route } from '@react-router/dev/routes';

export default [index('./routes/home.jsx'), route('api/alloy/token', './routes/token.js')];
